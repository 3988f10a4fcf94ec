package dev.latchkey.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Each published description, run through the generator, yields its founding document and the
 * contract's models.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenDocumentsTest {
    private final Map<PublishedApi, GeneratedClient> clients = new EnumMap<>(PublishedApi.class);

    @BeforeAll
    void generate_all_clients(@TempDir Path folder) throws Exception {
        for (var api : PublishedApi.values()) {
            clients.put(api, generate(api, api.description(), folder));
        }
    }

    @ParameterizedTest
    @EnumSource
    void description_yields_the_seed_byte_for_byte(PublishedApi api) throws Exception {
        assertThat(operations(api, client(api))).isEqualTo(api.seed());
    }

    @ParameterizedTest
    @EnumSource
    void description_yields_the_models_of_the_contract_and_no_others(PublishedApi api)
            throws Exception {
        var contract = api.models();

        assertThat(client(api).models()).isEqualTo(contract.names());
        for (var model : contract.models().keySet()) {
            assertThat(client(api).fields(model)).as(model).isEqualTo(contract.documented(model));
        }
    }

    @ParameterizedTest
    @EnumSource
    void description_keeps_the_wire_names_and_limits_of_the_contract(PublishedApi api) {
        var contract = api.models();
        var description = Description.parse(api.description());

        for (var choice : contract.choices().entrySet()) {
            assertThat(description.choices(choice.getKey())).isEqualTo(choice.getValue());
        }
        for (var model : contract.models().keySet()) {
            assertThat(description.fields(model)).as(model).isEqualTo(contract.described(model));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TRIEVE, query organization_id;query redirect_uri;query inv_code",
        "NUEXTRACT, query redirectUri;path userTokenId",
        "SEMAPHORE, path provider_id;path api_token_id",
        "AIVO, ''",
        "NAP, path flowId;header X-NAP-Session-Token;header X-NAP-Refresh-Token"
    })
    void parameters_travel_where_the_document_does_not_say(PublishedApi api, String parameters) {
        var expected = parameters.isEmpty() ? Set.of() : Set.of(parameters.split(";"));

        assertThat(Description.parse(api.description()).parameters()).isEqualTo(expected);
    }

    @Test
    void changed_description_is_noticed(@TempDir Path folder) throws Exception {
        var changed =
                PublishedApi.TRIEVE
                        .description()
                        .replace("\"name\": \"inv_code\"", "\"name\": \"invite_code\"");

        var client = generate(PublishedApi.TRIEVE, changed, folder);

        assertThat(operations(PublishedApi.TRIEVE, client))
                .isNotEqualTo(PublishedApi.TRIEVE.seed());
    }

    @Test
    void removed_model_property_is_noticed_though_the_document_is_the_same(@TempDir Path folder)
            throws Exception {
        var changed =
                PublishedApi.AIVO
                        .description()
                        .replace("\"firstName\": {\"type\": \"string\"},", "");

        var client = generate(PublishedApi.AIVO, changed, folder);

        assertThat(operations(PublishedApi.AIVO, client)).isEqualTo(PublishedApi.AIVO.seed());
        assertThat(client.fields("User")).isNotEqualTo(client(PublishedApi.AIVO).fields("User"));
    }

    private static String operations(PublishedApi api, GeneratedClient client) throws IOException {
        return api.published(client.document(api.operations()));
    }

    private GeneratedClient client(PublishedApi api) {
        var client = clients.get(api);
        assertThat(client).as("the client generated for " + api).isNotNull();
        return client;
    }

    private static GeneratedClient generate(PublishedApi api, String description, Path folder)
            throws Exception {
        var own = Files.createDirectories(folder.resolve(api.name()));
        return ClientGenerator.built().generate(api.clientPackage(), description, own);
    }
}
