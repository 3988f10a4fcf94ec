package dev.latchkey.cli;

import dev.latchkey.Backend;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "key",
        description = "The keys that this server signs with.",
        mixinStandardHelpOptions = true,
        subcommands = {KeyCommands.Rotate.class, KeyCommands.ListAll.class})
final class KeyCommands extends Group {

    @Command(
            name = "rotate",
            description =
                    "Makes new keys: published at once, signing in a quarter of an hour; the old"
                            + " ones stay published until their last token has expired.")
    static final class Rotate extends Errand {
        @Option(
                names = "--stolen",
                description =
                        "The old keys are known to somebody: the new ones sign at once, and nothing"
                            + " the old ones signed is good any more. Everybody has to refresh.")
        private boolean stolen;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var rotate = backend.core().openId.rotateKeys;
            var made = stolen ? rotate.replaceStolen(null, origin()) : rotate.run(null, origin());
            out.rows(
                    made.stream()
                            .map(key ->
                                    Rows.of(
                                            "id", key.id(),
                                            "algorithm", key.algorithm(),
                                            "signsFrom", key.signsFrom()))
                            .toList());
        }
    }

    @Command(name = "list", description = "Shows them, and where each is in its life.")
    static final class ListAll extends Errand {
        @Override
        void run(Backend backend, Names names, Printer out) {
            out.rows(
                    backend.core().openId.rotateKeys.all(null).stream()
                            .map(listed ->
                                    Rows.of(
                                            "id", listed.key().id(),
                                            "algorithm", listed.key().algorithm(),
                                            "state", listed.state(),
                                            "createdAt", listed.key().createdAt(),
                                            "signsFrom", listed.key().signsFrom()))
                            .toList());
        }
    }
}
