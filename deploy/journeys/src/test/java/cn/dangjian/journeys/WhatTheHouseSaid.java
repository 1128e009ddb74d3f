package cn.dangjian.journeys;

import cn.dangjian.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Beside a journey that failed: the last warnings and errors of each service, for its log may be gone by then. */
public final class WhatTheHouseSaid implements AfterTestExecutionCallback {

    private static final int LINES = 12;
    private static final int BYTES = 200_000;

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) return;
        for (var service : StartedHouse.get().services()) {
            for (String line : troubles(service)) {
                System.out.println(context.getDisplayName() + " · " + service.name() + ": " + line);
            }
        }
    }

    private static List<String> troubles(Service service) {
        var lines = end(service.log())
                .lines()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    private static String end(Path log) {
        if (!Files.exists(log)) return "";
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(0, file.size() - BYTES));
            var bytes = ByteBuffer.allocate(BYTES);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
