package cn.dangjian.organization.tree.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static LocalDate day(int number) {
        return DAY.plusDays(number);
    }

    private static Approval approval(LocalDate on) {
        return new Approval(Approval.Reason.RENAMED, "虚组〔2026〕1号", on, "account:1", Instant.EPOCH, null);
    }

    private static Timeline aVillageFrom(int number) {
        return Timeline.beginning(new Period(
                new UnitId(7),
                day(number),
                Period.FOREVER,
                false,
                new UnitId(1),
                null,
                "980101100201",
                "甲",
                Tier.VILLAGE,
                "VILLAGE_ORGANIZATION",
                "RURAL",
                approval(day(number))));
    }

    private static Timeline renamed(Timeline timeline, int number, String name) {
        return timeline.with(day(number), approval(day(number)), Period::name, Period.named(name));
    }

    private static Timeline moved(Timeline timeline, int number, long parent) {
        return timeline.with(day(number), approval(day(number)), Period::parent, Period.under(new UnitId(parent)));
    }

    private static List<String> names(Timeline timeline) {
        return timeline.periods().stream()
                .map(period -> DAY.until(period.from()).getDays()
                        + period.name()
                        + (period.parent() == null ? "" : period.parent().value()))
                .toList();
    }

    @Test
    void aChangeHoldsFromItsDayOn() {
        assertThat(names(renamed(aVillageFrom(0), 10, "乙"))).containsExactly("0甲1", "10乙1");
    }

    @Test
    void aChangeOfThePastReachesAsFarAsTheSameWasTrue() {
        var timeline = renamed(moved(aVillageFrom(0), 10, 2), 20, "丙");

        assertThat(names(renamed(timeline, 5, "乙"))).containsExactly("0甲1", "5乙1", "10乙2", "20丙2");
        assertThat(names(moved(timeline, 5, 3))).containsExactly("0甲1", "5甲3", "10甲2", "20丙2");
    }

    @Test
    void aSecondChangeOfADayTakesThePlaceOfTheFirst() {
        assertThat(names(renamed(renamed(aVillageFrom(0), 10, "乙"), 10, "丙"))).containsExactly("0甲1", "10丙1");
    }

    @Test
    void whatHasEndedStillFollowsItsParent() {
        var ended = aVillageFrom(0).end(day(10), approval(day(10)));

        assertThat(ended.existsOn(day(9))).isTrue();
        assertThat(ended.existsOn(day(10))).isFalse();
        assertThat(ended.end()).isEqualTo(day(10));
        assertThat(names(moved(ended, 5, 2))).containsExactly("0甲1", "5甲2", "10甲2");
    }

    @Test
    void nothingHappensBeforeItBeginsOrAfterItHasEnded() {
        var timeline = aVillageFrom(5).end(day(10), approval(day(10)));

        assertThatThrownBy(() -> renamed(timeline, 4, "乙")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> renamed(timeline, 10, "乙")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void existsThroughItsDaysAndNotOneMore() {
        var timeline = aVillageFrom(5).end(day(10), approval(day(10)));

        assertThat(timeline.existsThrough(day(5), day(10))).isTrue();
        assertThat(timeline.existsThrough(day(4), day(10))).isFalse();
        assertThat(timeline.existsThrough(day(5), day(11))).isFalse();
    }

    @Test
    void anySequenceOfChangesKeepsExactlyOnePeriodForEachDay() {
        var random = new Random(20_261_120);
        for (int round = 0; round < 500; round++) {
            var timeline = aVillageFrom(0);
            for (int i = 0; i < 12; i++) {
                int on = random.nextInt(40);
                if (!timeline.existsOn(day(on))) continue;
                timeline = switch (random.nextInt(8)) {
                    case 0 -> timeline.changesAfter(day(on)) ? timeline : timeline.end(day(on), approval(day(on)));
                    case 1, 2, 3 -> renamed(timeline, on, "名" + random.nextInt(3));
                    default -> moved(timeline, on, 1 + random.nextInt(3));
                };
            }

            var periods = timeline.periods();
            assertThat(periods.getFirst().from()).isEqualTo(day(0));
            assertThat(periods.getLast().to()).isEqualTo(Period.FOREVER);
            for (int i = 1; i < periods.size(); i++) {
                assertThat(periods.get(i - 1).to()).isEqualTo(periods.get(i).from());
                assertThat(periods.get(i).from()).isAfter(periods.get(i - 1).from());
            }
        }
    }
}
