package cn.dangjian.organization.people.cadre;

import cn.dangjian.organization.people.cadre.Cadre.Training;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 后备干部管理: the county lists whom a village nominated, the township trains, either takes somebody off the list. */
@Service
class ChangeCadre {

    private static final Set<Tier> BELOW = Set.of(Tier.VILLAGE, Tier.BRANCH);

    private final CadreRepository cadres;
    private final Directory directory;
    private final Days days;

    ChangeCadre(CadreRepository cadres, Directory directory, Days days) {
        this.cadres = cadres;
        this.directory = directory;
        this.days = days;
    }

    /** One step of somebody in reserve. */
    sealed interface Step {
        record Enlist() implements Step {}

        record Leave(String reason) implements Step {}

        record Train(Training training) implements Step {}
    }

    @Transactional
    Outcome change(long id, Step step, @Nullable String ifMatch, Caller caller) {
        var own = directory.unitOf(caller);
        var scope = Scope.subtree(own.path());
        var found = cadres.find(id, scope);
        if (found.isEmpty()) return new Outcome.NoSuchCadre();
        var cadre = found.get();
        if (!mayDo(step, own.tier())) return new Outcome.NotYours();
        ETags.requireMatch(ifMatch, cadre.version());
        if (cadre.state() == Cadre.State.LEFT) return new Outcome.Left();

        var today = days.today();
        switch (step) {
            case Step.Enlist() -> {
                if (cadre.state() == Cadre.State.LISTED) return new Outcome.Listed();
                cadres.enlist(cadre, today);
            }
            case Step.Leave(var reason) -> cadres.leave(cadre, today, reason);
            case Step.Train(var training) -> {
                if (training.heldOn().isAfter(today)) return new Outcome.Future();
                cadres.train(cadre, training, caller.subject(), days.now());
            }
        }
        return new Outcome.Changed(cadres.find(id, scope).orElseThrow());
    }

    private static boolean mayDo(Step step, Tier tier) {
        return step instanceof Step.Enlist ? tier == Tier.COUNTY : !BELOW.contains(tier);
    }

    sealed interface Outcome {
        record Changed(Cadre cadre) implements Outcome {}

        record NoSuchCadre() implements Outcome {}

        record NotYours() implements Outcome {}

        record Left() implements Outcome {}

        record Listed() implements Outcome {}

        record Future() implements Outcome {}
    }
}
