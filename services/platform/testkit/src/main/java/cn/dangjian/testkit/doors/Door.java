package cn.dangjian.testkit.doors;

import java.util.SortedSet;

/**
 * A method that answers requests.
 *
 * @param name its class below the house's package and its own name: {@code task.dispatch.DispatchController.list}
 * @param request method and path, {@code GET /v1/dispatches}
 * @param answers how it may answer: {@code 201}, {@code Location}, {@code 409:dispatch.withdrawn}, or {@code ?:code}
 *     where the status could not be read
 */
public record Door(String name, String request, SortedSet<String> answers) {

    /** The line of {@code META-INF/doors.properties}. */
    String line() {
        return (name + " = " + request + " " + String.join(" ", answers)).strip();
    }
}
