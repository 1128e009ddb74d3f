package cn.dangjian.task.heir;

import static cn.dangjian.task.heir.Ends.ended;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.heir.HeirListener.UnitChanged;
import cn.dangjian.platform.events.Event;
import cn.dangjian.task.heir.Ends.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever ends, is dispatched and is signed, and in whatever order it is heard, nothing open belongs to nobody. */
class HeirPropertyTest extends WithEnds {

    private static final Set<String> OVER = Set.of("MERGED", "CLOSED");

    /** Of the tree as it is; others hear of it later. */
    private final Map<Long, @Nullable Long> gone = new HashMap<>();

    private final List<Runnable> unheard = new ArrayList<>();
    private final List<Event<UnitChanged>> heard = new ArrayList<>();
    private final Map<Long, Integer> dispatches = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void noOpenAssignmentBelongsToAUnitThatIsNotThere(long seed) {
        var random = new Random(seed);
        var villages = IntStream.range(0, 9).mapToObj(i -> village()).toList();

        for (int step = 0; step < 40; step++) {
            switch (random.nextInt(8)) {
                case 0 -> end(villages, random);
                case 1, 2, 3 -> dispatch(villages, random);
                case 4, 5 -> sign(random);
                case 6 -> hearOne(random);
                default -> hearAgain(random);
            }
        }
        while (!unheard.isEmpty()) hearOne(random);
        hearAgain(random);

        dispatches.forEach(this::assertThatEverythingIsSomebodys);
    }

    /** At least two go on. */
    private void end(List<Long> villages, Random random) {
        var there = new ArrayList<>(villages);
        there.removeAll(gone.keySet());
        if (there.size() < 3) return;
        Collections.shuffle(there, random);
        long unit = there.getFirst();
        Long heir = random.nextInt(4) == 0 ? null : there.get(1);
        gone.put(unit, heir);
        var event = ended(unit, heir);
        unheard.add(() -> {
            ends.hear(List.of(event));
            heard.add(event);
        });
        unheard.add(() -> ends.directoryHears(unit));
    }

    /** To some of those of which the directory has not heard that they ended. */
    private void dispatch(List<Long> villages, Random random) {
        var known = jdbc.sql("select id from unit where id in (:villages) and valid_to is null")
                .param("villages", villages)
                .query(Long.class)
                .list();
        Collections.shuffle(known, random);
        var some = known.subList(0, 1 + random.nextInt(known.size()));
        dispatches.put(ends.dispatch(some.toArray(Long[]::new)), some.size());
    }

    private void sign(Random random) {
        if (dispatches.isEmpty()) return;
        var all = List.copyOf(dispatches.keySet());
        var rows = ends.rows(all.get(random.nextInt(all.size())));
        var row = rows.get(random.nextInt(rows.size()));
        var status = ends.sign(row.id(), row.unit()).status();
        assertThat(status).isIn(200, 403, 409);
    }

    private void hearOne(Random random) {
        if (!unheard.isEmpty()) unheard.remove(random.nextInt(unheard.size())).run();
    }

    private void hearAgain(Random random) {
        if (heard.isEmpty()) return;
        Collections.shuffle(heard, random);
        ends.hear(List.copyOf(heard));
    }

    private void assertThatEverythingIsSomebodys(long dispatch, int addressed) {
        var rows = ends.rows(dispatch);
        assertThat(rows).hasSize(addressed);
        var byId = rows.stream().collect(Collectors.toMap(Row::id, row -> row));
        for (var row : rows) {
            var as = "dispatch %d, %s, gone %s".formatted(dispatch, row, gone);
            var last = row;
            while (last.state().equals("MERGED")) last = Objects.requireNonNull(byId.get(last.joinedTo()), as);
            if (OVER.contains(last.state()))
                assertThat(lastHeir(last.unit())).as(as).isNull();
            else assertThat(gone).as(as).doesNotContainKey(last.unit());
        }
    }

    private @Nullable Long lastHeir(long unit) {
        Long last = unit;
        while (last != null && gone.containsKey(last)) last = gone.get(last);
        return last;
    }
}
