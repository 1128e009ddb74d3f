package cn.dangjian.testkit.doors;

import cn.dangjian.testkit.doors.Deeds.Constant;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Refusals as they are written down: {@code 409:dispatch.withdrawn}. */
final class Codes {

    private static final String REFUSAL = "cn/dangjian/platform/web/problem/Refusal";
    private static final String TITLE = ".title";

    private final ClassFiles classes;
    private final Set<String> known = known();

    Codes(ClassFiles classes) {
        this.classes = classes;
    }

    Set<String> of(Deeds deeds) {
        var codes = new TreeSet<String>();
        for (Constant constant : deeds.constants) refusal(constant).ifPresent(codes::add);
        for (String literal : deeds.literals) {
            int colon = literal.indexOf(':');
            String code = literal.substring(colon + 1);
            if (known.contains(code)) codes.add(Statuses.number(literal.substring(0, colon)) + ":" + code);
        }
        for (String code : deeds.loose) if (known.contains(code)) codes.add("?:" + code);
        return codes;
    }

    /** Asks the constant itself. */
    private Optional<String> refusal(Constant constant) {
        if (!classes.isA(constant.type(), REFUSAL)) return Optional.empty();
        try {
            var type = Class.forName(constant.type().replace('/', '.'));
            for (Object each : type.getEnumConstants()) {
                if (!((Enum<?>) each).name().equals(constant.name())) continue;
                Object reason = ask(each, each.getClass().getMethod("reason"));
                int status = Statuses.number(ask(reason, reason.getClass().getMethod("status")));
                return Optional.of(status + ":" + ask(reason, reason.getClass().getMethod("code")));
            }
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object ask(Object whom, Method what) throws ReflectiveOperationException {
        what.setAccessible(true);
        return what.invoke(whom);
    }

    /** The codes that have texts. */
    private static Set<String> known() {
        var known = new TreeSet<String>();
        try {
            for (String file : List.of(
                    "problems.properties",
                    "cn/dangjian/platform/web/problems.properties",
                    "cn/dangjian/platform/files/problems.properties",
                    "cn/dangjian/platform/sheets/problems.properties",
                    "cn/dangjian/platform/rules/problems.properties")) {
                for (var url : Collections.list(Codes.class.getClassLoader().getResources(file))) {
                    var texts = new Properties();
                    try (var reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                        texts.load(reader);
                    }
                    texts.stringPropertyNames().stream()
                            .filter(key -> key.endsWith(TITLE))
                            .forEach(key -> known.add(key.substring(0, key.length() - TITLE.length())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
