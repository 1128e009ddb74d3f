package cn.dangjian.identity.mandate;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.AccountRefusal;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.appointment.Appointment;
import cn.dangjian.identity.appointment.AppointmentRefusal;
import cn.dangjian.identity.appointment.Appointments;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.platform.web.caller.AccountId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
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
    record MandateRequest(
            @Positive long post,
            @NotNull AccountId deputy,
            @NotBlank @Size(max = 32) String duty,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @Nullable @Size(max = 200) String document,
            @Nullable @Size(max = 500) String reason) {}

    @Transactional
    Mandate give(MandateRequest request, Superior by) {
        MandateRefusal.PASSED_ON.when(by.person().mandate() != null);
        var post = post(request.post(), by).orElseThrow(AppointmentRefusal.UNKNOWN);
        MandateRefusal.NOT_YOURS.unless(isGiver(post, by));
        AccountRefusal.UNKNOWN.unless(knows(request.deputy(), by));
        MandateRefusal.ONESELF.when(
                request.deputy().equals(post.account()) || request.deputy().equals(by.account()));
        MandateRefusal.BEYOND.unless(request.duty().equals(post.duty()));
        MandateRefusal.WRONG_DAYS.unless(isPossible(request, post));
        MandateRefusal.NO_GROUND.when(isBlank(request.document()) && isBlank(request.reason()));
        var mandate = mandate(request, by);
        MandateRefusal.HELD.when(mandates.overlaps(mandate));
        // a unit that leaves meanwhile either takes the mandate with it to its end, or it is not given
        boolean own = post.account().equals(by.account());
        AppointmentRefusal.UNKNOWN.unless(own || mandates.holds(post.unit(), by.scope()));

        var given = mandates.insert(mandate, clock.instant());
        trail.record(Deed.change(by.actor(), "mandate.given", "mandate", given.id(), "mandate"));
        return given;
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
    private boolean isPossible(MandateRequest request, Appointment post) {
        var last = post.untilDay();
        return !request.from().isBefore(appointments.today())
                && !request.until().isBefore(request.from())
                && (last == null || !request.until().isAfter(last));
    }

    private static Mandate mandate(MandateRequest request, Superior by) {
        return new Mandate(
                0,
                request.post(),
                request.duty(),
                request.deputy(),
                by.account(),
                by.person().post(),
                request.from(),
                request.until(),
                request.document(),
                request.reason(),
                false,
                0);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
