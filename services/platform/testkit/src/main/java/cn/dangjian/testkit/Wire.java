package cn.dangjian.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.Pattern;

/** Sends requests that no client would, byte for byte. */
public final class Wire {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");
    private static final int PATIENCE = 30_000;

    private Wire() {}

    /** What came back, until the connection was closed. */
    public record Answer(int status, String text) {}

    /**
     * Sends a request and reads its answer.
     *
     * @param line method and path
     * @param headers beside {@code Host} and {@code Connection}
     */
    public static Answer send(int port, String line, List<String> headers, String body) {
        var head = new StringBuilder(line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (!body.isEmpty()) head.append("Content-Length: " + body.getBytes(UTF_8).length + "\r\n");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(UTF_8));
            String text = new String(socket.getInputStream().readAllBytes(), UTF_8);
            var status = STATUS.matcher(text);
            return new Answer(status.lookingAt() ? Integer.parseInt(status.group(1)) : 0, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
