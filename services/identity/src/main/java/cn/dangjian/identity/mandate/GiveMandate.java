package cn.dangjian.identity.mandate;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.appointment.Appointment;
import cn.dangjian.identity.appointment.Appointments;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 授权代理: the holder of a post, or somebody above its unit, lets a deputy act for it for some days. */
@Service
class GiveMandate {

    private final MandateRepository mandates;
    private final Appointments appointments;
    private final Accounts accounts;
    private final Trail trail;
    private final Clock clock;

    GiveMandate(MandateRepository mandates, Appointments appointments, Accounts accounts, Trail trail, Clock clock) {
        this.mandates = mandates;
        this.appointments = appointments;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is to be given. */
    record Draft(
            long post,
            AccountId deputy,
            String duty,
            LocalDate from,
            LocalDate until,
            @Nullable String document,
            @Nullable String reason) {}

    @Transactional
    Outcome give(Draft draft, Superior by) {
        if (by.person().mandate() != null) return new Outcome.PassedOn();
        var found = post(draft.post(), by);
        if (found.isEmpty()) return new Outcome.NoSuchPost();

        var post = found.get();
        if (!isGiver(post, by)) return new Outcome.NotHis();
        if (!knows(draft.deputy(), by)) return new Outcome.NoSuchDeputy();
        if (draft.deputy().equals(post.account()) || draft.deputy().equals(by.account())) return new Outcome.Oneself();
        if (!draft.duty().equals(post.duty())) return new Outcome.Beyond();
        if (!isPossible(draft, post)) return new Outcome.WrongDays();
        if (isBlank(draft.document()) && isBlank(draft.reason())) return new Outcome.NoGround();

        var mandate = mandate(draft, by);
        if (mandates.overlaps(mandate)) return new Outcome.HeldAlready();
        var given = mandates.insert(mandate, clock.instant());
        trail.record(Deed.change(by.actor(), "mandate.given", "mandate", given.id(), "mandate"));
        return new Outcome.Given(given);
    }

    /** One's own post, or one in the scope. */
    private Optional<Appointment> post(long id, Superior by) {
        return appointments.inForce(by.account(), id).or(() -> appointments.inForce(id, by.scope()));
    }

    private static boolean isGiver(Appointment post, Superior by) {
        return post.account().equals(by.account()) || post.unit() != by.ownUnitOrNone();
    }

    private boolean knows(AccountId deputy, Superior by) {
        return accounts.find(deputy, by.scope())
                .filter(account -> account.state() != Account.State.LOCKED)
                .isPresent();
    }

    /** Not in the past, not longer than the post. */
    private boolean isPossible(Draft draft, Appointment post) {
        var last = post.untilDay();
        return !draft.from().isBefore(appointments.today())
                && !draft.until().isBefore(draft.from())
                && (last == null || !draft.until().isAfter(last));
    }

    private static Mandate mandate(Draft draft, Superior by) {
        return new Mandate(
                0,
                draft.post(),
                draft.duty(),
                draft.deputy(),
                by.account(),
                by.person().post(),
                draft.from(),
                draft.until(),
                draft.document(),
                draft.reason(),
                false,
                0);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    sealed interface Outcome {
        record Given(Mandate mandate) implements Outcome {}

        record PassedOn() implements Outcome {}

        record NoSuchPost() implements Outcome {}

        record NotHis() implements Outcome {}

        record NoSuchDeputy() implements Outcome {}

        record Oneself() implements Outcome {}

        record Beyond() implements Outcome {}

        record WrongDays() implements Outcome {}

        record NoGround() implements Outcome {}

        record HeldAlready() implements Outcome {}
    }
}
