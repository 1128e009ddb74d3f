package cn.dangjian.platform.cases.trial;

import cn.dangjian.platform.cases.CaseFile;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PermitController {

    private final Cases<Permit.State, Permit> permits;
    private final Cases<Permit.State, Permit> secrets;

    PermitController(CaseStore store) {
        permits = store.of(Permit.KIND);
        secrets = store.of(Permit.SECRET);
    }

    record Asking(UnitId unit, @Nullable UnitId other, boolean secret) {}

    record Taking(
            @Nullable LocalDate day,
            @Nullable String document,
            @Nullable String note,
            boolean guarded,
            boolean noted,
            @Nullable LocalDate due) {}

    @Transactional
    @PostMapping("/v1/permits")
    public CaseFile<Permit.State> ask(@RequestBody Asking asking, Desk desk) {
        permits.lock(asking.unit());
        var unit = desk.find(asking.unit()).orElseThrow(PermitRefusal.UNKNOWN);
        var kind = asking.secret() ? secrets : permits;
        PermitRefusal.GUARDED.when(kind.isOpen(unit));
        if (asking.other() == null) return kind.open(Permit.ASKED, unit, Said.today(desk), desk);
        var other = desk.find(asking.other()).orElseThrow(PermitRefusal.UNKNOWN);
        return kind.open(Permit.ASKED, unit, other, Said.today(desk), desk);
    }

    @Transactional
    @PostMapping("/v1/permits/{id}/{step}")
    public CaseFile<Permit.State> take(
            @PathVariable long id, @PathVariable Permit step, @RequestBody Taking taking, Seen seen, Desk desk) {
        var day = taking.day() == null ? desk.today() : taking.day();
        var said = Said.on(day).by(taking.document()).note(taking.note());
        var held = permits.hold(id, desk).may(step, said, seen);
        PermitRefusal.GUARDED.when(taking.guarded());
        if (taking.noted()) return held.note();
        return taking.due() == null ? held.take() : held.take(taking.due());
    }

    @GetMapping("/v1/permits/{id}/journal")
    List<Entry> journal(@PathVariable long id, Desk desk) {
        return permits.journal(id, permits.scope(desk));
    }
}
