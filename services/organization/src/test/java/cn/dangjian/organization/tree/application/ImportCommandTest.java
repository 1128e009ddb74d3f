package cn.dangjian.organization.tree.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Repository;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code deploy/import}, as an operator calls it. */
@ServiceTest
class ImportCommandTest {

    @Autowired
    Tokens tokens;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    StandInGateway gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = new StandInGateway("http://127.0.0.1:" + port, tokens.administrator());
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private record Ended(int code, String text) {}

    private Ended commandAs(String password, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("bash", Repository.root() + "/deploy/import", folder.toString()));
        command.addAll(List.of("--gateway", gateway.url()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("OPERATOR_PASSWORD", password);
        var process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), text);
    }

    private Ended command(String... arguments) throws Exception {
        return commandAs("open sesame&more", arguments);
    }

    @Test
    void importsAFolderAndReportsWhatWasRejected() throws Exception {
        Files.writeString(
                folder.resolve("cities.csv"),
                "\ufeffcode,name,provinceCode\r\n7201,\"虚构甲市\",72\r\n7202,,72\r\n7203,\"虚\"构\",72\r\n");

        var ended = command("--name", "虚构\"省\"");

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(ended.text())
                .containsPattern("cities.csv +3 +1 +0 +0 +2\n")
                .contains("cities.csv:3 name.empty 名称为空")
                .contains("cities.csv:4 line.quotes");
        var again = command("--name", "虚构\"省\"");
        assertThat(again.text()).contains("--again").containsPattern("cities.csv +3 +1 +0 +0 +2\n");
        var third = command("--name", "虚构\"省\"", "--again");
        assertThat(third.code()).as(third.text()).isZero();
        assertThat(third.text()).containsPattern("cities.csv +3 +0 +0 +1 +2\n");
    }

    @Test
    void goesOnWhenAnswersAreLost() throws Exception {
        var rows = new StringBuilder("code,name,provinceCode\n");
        for (int i = 1; i <= 60_000; i++)
            rows.append("73").append(i % 20 + 10).append(",虚构").append(i).append("市,73\n");
        Files.writeString(folder.resolve("cities.csv"), rows);
        gateway.losesEvery(2);

        var ended = command("--name", "虚构省");

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(gateway.pieces()).isGreaterThanOrEqualTo(2);
        assertThat(ended.text()).containsPattern("cities.csv +60000 +20 +0 +0 +59980\n");
    }

    @Test
    void saysInOneLineWhatToDo() throws Exception {
        assertThat(command().text()).contains("has none of cities.csv");
        Files.writeString(folder.resolve("cities.csv"), "code,name\n7401,虚构市\n");
        assertThat(command().text()).contains("give --province");
        assertThat(command("--province", "74").text()).contains("import.province-name-missing");
        assertThat(command("--colour", "red").text()).contains("No such option");
        var refused = commandAs("wrong", "--province", "74", "--name", "虚构省");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains("Signing in failed");
    }
}
