package cn.dangjian.dues.care.arrears;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.dues.care.arrears.AskTable.Stale;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 立案提醒: asks people about whoever has not paid six months in a row, and keeps open cases as the books and member say.
 * It decides nothing.
 */
@Service
class KeepArrears {

    private static final int AT_ONCE = 200;
    private static final String SUBJECT = "dues";

    private final AskTable table;
    private final ArrearsRules rules;
    private final Directory directory;
    private final Days days;
    private final Cases<State, ArrearsStep> cases;

    KeepArrears(AskTable table, ArrearsRules rules, Directory directory, Days days, CaseStore store) {
        this.table = table;
        this.rules = rules;
        this.directory = directory;
        this.days = days;
        this.cases = store.of(ArrearsStep.KIND);
    }

    /** Whether there may be more. */
    @Transactional
    boolean ask() {
        var asked = table.listAsked(rules.months(days.today()), AT_ONCE);
        if (asked.isEmpty()) return false;
        var units = directory
                .named(asked.stream().map(one -> one.unit().value()).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        boolean opened = false;
        for (var one : asked) {
            var unit = units.get(one.unit());
            if (unit == null) continue;
            String note = "连续%d个月未交党费（自%s起），请核实原因".formatted(one.months(), one.since());
            table.insert(cases.ask(State.ASKED, unit, note, SUBJECT, days.now()), one, days.today());
            opened = true;
        }
        return opened;
    }

    /** A case follows its member, and ends when he pays here no more; what he pays meanwhile counts. */
    @Transactional
    boolean keep() {
        var found = table.listStale(AT_ONCE);
        if (found.isEmpty()) return false;
        var open = new HashSet<>(table.listOpen(found.stream().map(Stale::id).toList()));
        var stale = found.stream().filter(one -> open.contains(one.id())).toList();
        var over = stale.stream().filter(one -> !one.pays()).map(Stale::id).toList();
        if (!over.isEmpty()) {
            cases.end(over, State.OVER, "不再是本地交纳党费的党员", SUBJECT, days.now());
            table.close(over);
        }
        var going = stale.stream().filter(Stale::pays).toList();
        table.refresh(going);
        follow(going);
        return false;
    }

    private void follow(List<Stale> going) {
        going.stream()
                .filter(one -> one.now().value() > 0 && !one.now().equals(one.unit()))
                .collect(groupingBy(Stale::now, mapping(Stale::id, toList())))
                .forEach((UnitId unit, List<Long> ids) -> cases.handOver(ids, unit));
    }
}
