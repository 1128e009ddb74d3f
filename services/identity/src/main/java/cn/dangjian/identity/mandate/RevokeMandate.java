package cn.dangjian.identity.mandate;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.appointment.Appointments;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤销授权: the giver, the post's holder, the deputy or somebody above ends a mandate before its last day. */
@Service
class RevokeMandate {

    private final MandateRepository mandates;
    private final MandateQueries queries;
    private final Appointments appointments;
    private final Accounts accounts;
    private final Trail trail;

    RevokeMandate(
            MandateRepository mandates,
            MandateQueries queries,
            Appointments appointments,
            Accounts accounts,
            Trail trail) {
        this.mandates = mandates;
        this.queries = queries;
        this.appointments = appointments;
        this.accounts = accounts;
        this.trail = trail;
    }

    @Transactional
    Outcome revoke(long id, String reason, Superior by) {
        var found = mandates.find(id);
        var place = queries.find(id, by.scope());
        boolean concerned = found.isPresent() && queries.concerns(id, by.account());
        if (found.isEmpty() || (place.isEmpty() && !concerned)) return new Outcome.NoSuchMandate();

        var mandate = found.get();
        if (!concerned
                && place.filter(view -> view.unit() != by.ownUnitOrNone()).isEmpty()) return new Outcome.NotHis();
        if (mandate.isOver(appointments.today())) return new Outcome.OverAlready();

        mandates.revoke(mandate, by.account(), reason);
        accounts.endMandate(mandate.id(), mandate.deputy());
        trail.record(Deed.change(by.actor(), "mandate.revoked", "mandate", mandate.id(), "mandate"));
        return new Outcome.Revoked();
    }

    sealed interface Outcome {
        record Revoked() implements Outcome {}

        record NoSuchMandate() implements Outcome {}

        record NotHis() implements Outcome {}

        record OverAlready() implements Outcome {}
    }
}
