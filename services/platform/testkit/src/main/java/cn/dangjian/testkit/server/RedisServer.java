package cn.dangjian.testkit.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Redis without persistence: what it holds may be lost at any time. */
final class RedisServer extends ChildServer {

    private final ServerSettings settings;
    private final Path data;

    RedisServer(ServerSettings settings) {
        this.settings = settings;
        this.data = settings.data().resolve("redis").toAbsolutePath();
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    ChildProcess launch() {
        var configuration = data.resolve("redis.conf");
        try {
            Files.createDirectories(data);
            Files.writeString(configuration, """
                bind 127.0.0.1
                port %d
                requirepass %s
                appendonly no
                save ""
                dir .
                maxmemory 64mb
                maxmemory-policy allkeys-lru
                """.formatted(settings.redisPort(), settings.redisPassword()));
            Files.setPosixFilePermissions(configuration, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = List.of(Unpacked.redis().toString(), configuration.toString());
        return ChildProcess.start(
                name(), command, Map.of(), data, settings.logs().resolve("redis.log"));
    }

    @Override
    boolean answers() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.redisPort()), 1000);
            socket.setSoTimeout(1000);
            var question = "AUTH " + settings.redisPassword() + "\r\nPING\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return "+OK".equals(answer.readLine()) && "+PONG".equals(answer.readLine());
        }
    }
}
