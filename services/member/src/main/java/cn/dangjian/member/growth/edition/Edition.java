package cn.dangjian.member.growth.edition;

import java.time.LocalDate;
import java.util.List;

/**
 * An edition (版本) of the rules.
 *
 * @param since the first day on which a stage that begins goes by it
 * @param certainty of that day
 * @param steps in their order
 */
public record Edition(String name, LocalDate since, String certainty, String source, String note, List<Step> steps) {

    /** @throws IllegalArgumentException if it has no such step */
    public Step step(String code) {
        return steps.stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No step " + code + " in edition " + name));
    }

    /** The codes from one step to another, both included. */
    List<String> between(String first, String last) {
        var codes = steps.stream().map(Step::code).toList();
        return codes.subList(codes.indexOf(first), codes.indexOf(last) + 1);
    }
}
