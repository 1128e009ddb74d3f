package cn.dangjian.platform.web.contract;

import cn.dangjian.platform.web.idempotency.IdempotencyRefusal;
import cn.dangjian.platform.web.problem.Refusal.Reason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** How doors may answer, as {@code META-INF/doors.properties} has it from the bytecode. */
class DoorAnswers {

    private static final String HOUSE = "cn.dangjian.";
    private static final String PLACE = "META-INF/doors.properties";

    private final Map<String, Answer> answers = new HashMap<>();

    /**
     * How one door may answer.
     *
     * @param path its path; empty if nothing was written down
     * @param statuses of success
     * @param headers of success
     * @param unread codes whose status could not be read
     */
    record Answer(
            String path, List<Integer> statuses, List<String> headers, List<Reason> refusals, List<String> unread) {

        static final Answer NONE = new Answer("", List.of(), List.of(), List.of(), List.of());

        /** Whether it wants a key and answers the same to it again. */
        boolean isRepeatable() {
            return refusals.contains(IdempotencyRefusal.MISSING.reason());
        }
    }

    static DoorAnswers ofClassPath() {
        var doors = new DoorAnswers();
        try {
            for (var place : Collections.list(DoorAnswers.class.getClassLoader().getResources(PLACE))) {
                var lines = new Properties();
                try (var reader = new InputStreamReader(place.openStream(), StandardCharsets.UTF_8)) {
                    lines.load(reader);
                }
                lines.forEach((door, answer) -> doors.answers.put(String.valueOf(door), parse(String.valueOf(answer))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return doors;
    }

    Answer of(HandlerMethod door) {
        String type = door.getBeanType().getName().replaceFirst("\\$\\$.*", "");
        String name = type.substring(HOUSE.length()) + "." + door.getMethod().getName();
        return answers.getOrDefault(name, Answer.NONE);
    }

    private static Answer parse(String line) {
        var words = List.of(line.split(" ", -1));
        var answers = words.subList(2, words.size());
        return new Answer(
                words.get(1),
                answers.stream()
                        .filter(word -> word.matches("\\d+"))
                        .map(Integer::valueOf)
                        .toList(),
                answers.stream().filter(word -> word.matches("[A-Z].*")).toList(),
                answers.stream()
                        .filter(word -> word.matches("\\d+:.*"))
                        .map(DoorAnswers::reason)
                        .toList(),
                answers.stream()
                        .filter(word -> word.startsWith("?:"))
                        .map(word -> word.substring(2))
                        .toList());
    }

    private static Reason reason(String word) {
        int colon = word.indexOf(':');
        return new Reason(HttpStatus.valueOf(Integer.parseInt(word.substring(0, colon))), word.substring(colon + 1));
    }

    /** Refusals by their statuses, in the order of both. */
    static SortedMap<Integer, List<Reason>> byStatus(List<Reason> reasons) {
        var statuses = new TreeMap<Integer, List<Reason>>();
        reasons.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Reason::code))
                .forEach(reason -> statuses.computeIfAbsent(reason.status().value(), any -> new java.util.ArrayList<>())
                        .add(reason));
        return statuses;
    }
}
