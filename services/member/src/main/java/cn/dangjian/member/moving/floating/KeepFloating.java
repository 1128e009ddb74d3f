package cn.dangjian.member.moving.floating;

import static cn.dangjian.member.moving.floating.FloatingRefusal.TOO_EARLY;

import cn.dangjian.member.moving.floating.Floating.Side;
import cn.dangjian.member.moving.floating.Floating.State;
import cn.dangjian.platform.cases.CaseFile;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 双向管理: both ends keep the record, speak to him in turns, and end it when he comes back. */
@Service
class KeepFloating {

    private final FloatingRepository floatings;
    private final ContactDuty duty;
    private final Cases<State, FloatingStep> cases;

    KeepFloating(FloatingRepository floatings, ContactDuty duty, CaseStore store) {
        this.floatings = floatings;
        this.duty = duty;
        this.cases = store.of(FloatingStep.KIND);
    }

    /**
     * @param side for which end, where the caller is above both; the one that is his if it is not named
     * @param person who spoke to him
     */
    record ContactRequest(
            @NotNull LocalDate day,
            @Nullable Side side,
            @Nullable @Size(max = 50) @Stripped String person,

            @Nullable @Size(max = 200) @Stripped(lines = true)
            String note) {

        @Nullable
        String said() {
            if (person == null) return note;
            return note == null ? person : person + ": " + note;
        }
    }

    @Transactional
    Floating accept(long id, LocalDate on, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(FloatingStep.ACCEPTED, Said.on(on), seen);
        refuseEarly(floatings.find(id, desk.scope()).orElseThrow(), on);
        held.take(held.file().due());
        floatings.accept(id, on);
        return floatings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Floating decline(long id, String reason, Seen seen, Desk desk) {
        cases.hold(id, desk)
                .may(FloatingStep.DECLINED, Said.today(desk).note(reason), seen)
                .take();
        return floatings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Floating change(long id, FloatingTexts texts, Seen seen, Desk desk) {
        cases.hold(id, desk).may(FloatingStep.CHANGED, Said.today(desk), seen).take();
        floatings.update(id, texts);
        return floatings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Floating contact(long id, ContactRequest request, Seen seen, Desk desk) {
        var held = cases.hold(id, desk);
        var side = request.side() == null ? side(held.file(), desk) : request.side();
        var step = side == Side.ORIGIN ? FloatingStep.ORIGIN_CONTACT : FloatingStep.STAY_CONTACT;
        held.may(step, Said.on(request.day()).note(request.said()), seen);
        refuseEarly(floatings.find(id, desk.scope()).orElseThrow(), request.day());
        floatings.contact(id, side, request.day());
        var after = floatings.find(id, desk.scope()).orElseThrow();
        held.take(duty.next(held.file().unit(), after.place(), after.lastContact(), desk.today()));
        return floatings.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Floating end(long id, LocalDate on, @Nullable String note, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(FloatingStep.RETURNED, Said.on(on).note(note), seen);
        refuseEarly(floatings.find(id, desk.scope()).orElseThrow(), on);
        held.take();
        floatings.end(id, on);
        return floatings.find(id, desk.scope()).orElseThrow();
    }

    private static Side side(CaseFile<State> file, Desk desk) {
        boolean origin = desk.isOf(file.unit().id()) || desk.isAbove(file.unit());
        return origin ? Side.ORIGIN : Side.STAY;
    }

    private static void refuseEarly(Floating floating, LocalDate day) {
        if (day.isBefore(floating.reportedOn()))
            throw TOO_EARLY.with(floating.reportedOn().toString());
    }
}
