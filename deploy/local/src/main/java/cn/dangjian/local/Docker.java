package cn.dangjian.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The containers of the compose project {@code dangjian}, by the command {@code docker}. */
final class Docker {

    private static final String PROJECT = "dangjian";

    /** Of a compose service, whether they run or not; the oldest replica first. */
    List<String> containers(String service) {
        return run(
                        "ps",
                        "-aq",
                        "--no-trunc",
                        "--filter",
                        "label=com.docker.compose.project=" + PROJECT,
                        "--filter",
                        "label=com.docker.compose.service=" + service,
                        "--filter",
                        "label=com.docker.compose.oneoff=False")
                .lines()
                .toList()
                .reversed();
    }

    /** Does something to all replicas at once: start, stop, kill, pause, unpause. */
    void all(String service, String... command) {
        var words = new ArrayList<>(List.of(command));
        words.addAll(containers(service));
        run(words.toArray(String[]::new));
    }

    /** The address of the first replica that runs. */
    String address(String service) {
        for (var container : containers(service)) {
            var address = inspect(container, "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}");
            if (!address.isEmpty()) return address;
        }
        throw new HouseException("No container of " + service + " runs: start the house with deploy/compose/up");
    }

    boolean isRunning(String service) {
        var containers = containers(service);
        return !containers.isEmpty()
                && containers.stream().allMatch(container -> inspect(container, "{{.State.Running}}")
                        .equals("true"));
    }

    /** What the replicas have said, written to the file. */
    void writeLog(String service, Path file) {
        var text = new StringBuilder();
        for (var container : containers(service)) text.append(run("logs", container));
        Secrets.write(file, text.toString());
    }

    private String inspect(String container, String format) {
        return run("inspect", "-f", format, container).strip();
    }

    private static String run(String... words) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) return said;
            throw new HouseException(String.join(" ", command) + ": " + said.strip());
        } catch (IOException e) {
            throw new HouseException("docker cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseException("Interrupted");
        }
    }
}
