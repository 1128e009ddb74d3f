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
    void revoke(long id, String reason, Superior by) {
        var mandate = mandates.find(id).orElseThrow(MandateRefusal.UNKNOWN);
        var place = queries.find(id, by.scope());
        boolean concerned = queries.concerns(id, by.account());
        MandateRefusal.UNKNOWN.when(place.isEmpty() && !concerned);
        MandateRefusal.NOT_YOURS.when(!concerned
                && place.filter(view -> view.unit() != by.ownUnitOrNone()).isEmpty());
        MandateRefusal.OVER.when(mandate.isOver(appointments.today()));

        mandates.revoke(mandate, by.account(), reason);
        accounts.endMandate(mandate.id(), mandate.deputy());
        trail.record(Deed.change(by.actor(), "mandate.revoked", "mandate", mandate.id(), "mandate"));
    }
}
