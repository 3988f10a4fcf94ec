package dev.latchkey.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An API whose description we publish, and what its founding document calls its client. */
enum PublishedApi {
    TRIEVE("trieve_py_client", "AuthApi"),
    NUEXTRACT("numind.openapi_client", "AuthenticationApi"),
    SEMAPHORE("semaphore_api", "AuthenticationApi"),
    AIVO("aivo_sdk", "AuthenticationApi"),
    NAP("auth_platform_py_sdk", "AuthApi");

    private final String clientPackage;
    private final String operations;

    PublishedApi(String clientPackage, String operations) {
        this.clientPackage = clientPackage;
        this.operations = operations;
    }

    String clientPackage() {
        return clientPackage;
    }

    /** The generated document that has to equal the seed, without its ending. */
    String operations() {
        return operations;
    }

    /** The description that the server gives at {@code <prefix>/openapi.json}. */
    String description() {
        return resource("/dev/latchkey/dialect/" + id() + "/openapi.json");
    }

    /** The founding document, as it came. */
    String seed() {
        return resource("/golden/" + id() + ".seed.md");
    }

    /** The models that the contract names. */
    ContractModels models() {
        return ContractModels.parse(resource("/golden/" + id() + ".models.txt"));
    }

    /**
     * A generated document in the form its seed was published in: one of the five was reformatted
     * afterwards.
     */
    String published(String generated) {
        return this == AIVO ? MarkdownReformat.of(generated) : generated;
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String resource(String path) {
        try (var in = PublishedApi.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("No resource " + path + " on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
