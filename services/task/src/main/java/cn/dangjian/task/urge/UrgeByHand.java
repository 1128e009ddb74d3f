package cn.dangjian.task.urge;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.trace.Traces;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.task.dispatch.DispatchRefusal;
import cn.dangjian.task.due.Hours;
import cn.dangjian.task.urge.WordTable.Issued;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催办: the issuer urges with a word whoever has not handed in, once a day for each dispatch. */
@Service
class UrgeByHand {

    private final WordTable words;
    private final UrgeTable urges;
    private final Hours hours;
    private final Days days;

    UrgeByHand(WordTable words, UrgeTable urges, Hours hours, Days days) {
        this.words = words;
        this.urges = urges;
        this.hours = hours;
        this.days = days;
    }

    record WordRequest(
            @Stripped(lines = true) @NotBlank @Size(max = 500)
            String word) {}

    /**
     * What became of it.
     *
     * @param urged how many units
     * @param quiet whether it waits for the morning of a working day; otherwise they are told within a minute
     */
    record Urging(int urged, boolean quiet) {}

    @Transactional
    Urging urge(long dispatch, WordRequest request, Desk desk) {
        var issued = words.findIssued(dispatch, desk.scope(), desk.unit().id()).orElseThrow(DispatchRefusal.UNKNOWN);
        UrgeRefusal.NOT_YOURS.unless(mayUrge(issued, desk));
        Traces.refuse(request.word());
        var day = days.startOf(desk.today());
        UrgeRefusal.TODAY_ALREADY.unless(words.insert(dispatch, request.word(), day, desk));
        int urged = urges.insertByHand(dispatch, day, desk.now());
        UrgeRefusal.NOBODY_OPEN.when(urged == 0);
        words.saveAddressed(dispatch, desk, urged);
        return new Urging(urged, !hours.isOpen(desk.now()));
    }

    /** The issuer, or its heir; of one that ended without an heir the organisation above. */
    private boolean mayUrge(Issued issued, Desk desk) {
        var issuer = new UnitId(issued.issuer());
        return desk.isOf(issuer)
                || words.isHeir(desk.unit().id(), issued.issuer())
                || desk.known(issuer)
                        .filter(unit -> unit.isAbolished() && desk.isDirectlyAbove(unit))
                        .isPresent();
    }
}
