package cn.dangjian.assessment.fact.measure;

import java.util.Arrays;

/**
 * Something that can be measured (指标口径).
 *
 * @param countedIn what its numbers are of: 项, 人, 分
 * @param fact what it counts; of two measures of the same fact a scheme takes one
 * @param source the event that tells it
 * @param kept whether it is a state, of which the newest one counts, or things that happened, which add up
 * @param nature WORK, or one of those that nobody may be scored by
 * @param objects whose work it is, as the file has it
 */
public record Measure(
        String code,
        String name,
        String definition,
        String countedIn,
        String fact,
        String source,
        boolean kept,
        String nature,
        String objects) {

    public boolean isOf(ObjectKind object) {
        return Arrays.asList(objects.split("\\|", -1)).contains(object.name());
    }
}
