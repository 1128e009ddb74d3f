package cn.dangjian.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DefaultValue;

class SettingsCheckTest {

    private static final String GOOD = """
        # The trial.
        dangjian:
          trial:
            # how many
            total-count: 5
            # how long, and how long at most
            time: 2s
            longest: ${LONGEST:5s}
            inner:
              # which
              names: [a, b]
            # limits by path
            paths:
              "[/v1/**]": 4
        """;

    @TempDir
    Path configRepo;

    record Inner(@DefaultValue List<String> names) {}

    record Trial(
            int totalCount,
            Duration time,
            Duration longest,
            @DefaultValue Inner inner,
            @DefaultValue Map<String, Integer> paths) {}

    @BeforeEach
    void goodFiles() throws IOException {
        write("application.yml", "dangjian.other.thing: 1\nspring.main.banner-mode: off\n");
        write("application-local.yml", "dangjian.trial.time: 3s\n");
        write("trial.yml", GOOD);
    }

    @Test
    void isContentWithGoodFiles() {
        assertThat(check().profiles()).containsExactly("", "local");
        assertThat(check().unbound()).isEmpty();
        assertThat(check().unexplained("cn.dangjian")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"trial.yml", "trial-compose.yml", "application.yml", "application-local.yml"})
    void findsAMisspeltKeyInEveryFile(String file) throws IOException {
        write(file, (file.equals("trial.yml") ? GOOD : "") + "dangjian.trial.inner.nmaes: c\n");

        assertThat(check().unbound()).containsExactly("config-repo/" + file + ": dangjian.trial.inner.nmaes");
    }

    @Test
    void findsAKeyUnderAPrefixThatNobodyBinds() throws IOException {
        write("trial.yml", GOOD + "dangjian.other.thing: 2\n");

        assertThat(check().unbound()).containsExactly("config-repo/trial.yml: dangjian.other.thing");
    }

    @ParameterizedTest
    @CsvSource({"trial.yml", "trial-compose.yml", "application-local.yml"})
    void findsAValueThatDoesNotFitInEveryFile(String file) throws IOException {
        write(file, (file.equals("trial.yml") ? GOOD : "") + "dangjian.trial.time: soon\n");

        assertThatThrownBy(() -> check().profiles().forEach(check()::bind)).isInstanceOf(BindException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'    # how many\n', dangjian.trial.total-count has no comment above it",
        "'    # how many\n    total-count: 5\n', dangjian.trial.total-count stands in no file",
        "'      # which\n', dangjian.trial.inner.names has no comment above it",
        "'    # limits by path\n', dangjian.trial.paths has no comment above it",
    })
    void findsASettingThatIsNotExplained(String without, String found) throws IOException {
        assertThat(GOOD).contains(without);
        write("trial.yml", GOOD.replace(without, "\n"));

        assertThat(check().unexplained("cn.dangjian")).containsExactly(found);
    }

    @Test
    void letsNeighboursShareAComment() {
        var file = SettingsFile.of(GOOD);

        assertThat(file.find("dangjian.trial.longest").orElseThrow())
                .isEqualTo(new SettingsFile.Entry(
                        "dangjian.trial.longest", "${LONGEST:5s}", "how long, and how long at most"));
        assertThat(file.find("dangjian.trial.paths.[/v1/**]")).isPresent();
    }

    @Test
    void letsAGroupShareTheCommentAboveIt() throws IOException {
        write("trial.yml", GOOD.replace("    inner:\n      # which\n", "    # which names\n    inner:\n"));

        assertThat(check().unexplained("cn.dangjian")).isEmpty();
    }

    private SettingsCheck check() {
        return new SettingsCheck(configRepo, "trial", Map.of("dangjian.trial", Trial.class), null);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(configRepo.resolve(file), text);
    }
}
