package dev.latchkey.testkit;

import com.microsoft.playwright.Page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The npm package oidc-provider, as {@code src/test/node/provider} has it. */
public final class NodeProvider implements RealProvider {
    private static final Path FOLDER = Path.of("src/test/node/provider");

    private final OtherProcess process;
    private final int port;

    private NodeProvider(OtherProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    public static NodeProvider start(List<String> redirectUris) {
        if (!Files.exists(FOLDER.resolve("node_modules/oidc-provider"))) {
            throw new AssertionError(
                    "oidc-provider is missing: run npm ci in " + FOLDER + ", as ./check does.");
        }
        var port = OtherProcess.freePort();
        var process =
                OtherProcess.start(
                        "oidc-provider",
                        Map.of(
                                "PORT",
                                Integer.toString(port),
                                "CLIENT_ID",
                                CLIENT_ID,
                                "CLIENT_SECRET",
                                CLIENT_SECRET,
                                "REDIRECT_URIS",
                                String.join(" ", redirectUris)),
                        "node",
                        FOLDER.resolve("server.mjs").toString());
        var provider = new NodeProvider(process, port);
        process.awaitAnswer(provider.issuer() + "/.well-known/openid-configuration");
        return provider;
    }

    @Override
    public String id() {
        return "node";
    }

    @Override
    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void signIn(Page page) {
        page.fill("input[name=login]", "grace");
        page.fill("input[name=password]", "any");
        page.click("button[type=submit]");
        page.waitForURL(
                url -> !url.contains("/interaction/") || page.content().contains("Authorize"));
        page.click("button[type=submit]");
    }

    @Override
    public void close() {
        process.close();
    }
}
