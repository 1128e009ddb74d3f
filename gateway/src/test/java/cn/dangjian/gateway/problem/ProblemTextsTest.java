package cn.dangjian.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProblemTextsTest {

    @Test
    void areThereInBothLanguagesForEveryCodeOfTheContract() throws IOException {
        var schema = JsonMapper.shared().readTree(Files.readString(Path.of("contracts/problem.schema.json")));
        var keys = new TreeSet<String>();
        schema.at("/properties/code/enum").forEach(code -> {
            keys.add(code.asString() + ".title");
            keys.add(code.asString() + ".detail");
        });

        assertThat(texts("/problems.properties").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(texts("/problems_en.properties").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var in = Objects.requireNonNull(ProblemTextsTest.class.getResourceAsStream(file))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
