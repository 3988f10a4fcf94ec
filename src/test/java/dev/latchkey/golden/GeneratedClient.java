package dev.latchkey.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client that the generator made, seen through its documents. */
record GeneratedClient(Path docs) {
    /** {@code **name** | **type** | description | notes}, where a model's type is a link. */
    private static final Pattern ROW =
            Pattern.compile("\\*\\*(\\w+)\\*\\* \\| \\[?\\*\\*([^*]+)\\*\\*[^|]*\\|.*\\|(.*)");

    /** A row of a model's document. */
    record Field(String name, String type, boolean required) {}

    String document(String name) throws IOException {
        return Files.readString(docs.resolve(name + ".md"));
    }

    Set<String> models() throws IOException {
        try (var files = Files.list(docs)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.md$", ""))
                    .filter(name -> !name.endsWith("Api"))
                    .collect(Collectors.toSet());
        }
    }

    List<Field> fields(String model) throws IOException {
        return document(model)
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(GeneratedClient::field)
                .toList();
    }

    private static Field field(Matcher row) {
        var type = row.group(2).replace(" ", "");
        return new Field(row.group(1), type, !row.group(3).contains("[optional]"));
    }
}
