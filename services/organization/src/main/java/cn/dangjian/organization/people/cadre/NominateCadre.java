package cn.dangjian.organization.people.cadre;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 推荐后备干部: a village, or one above it, nominates somebody, with a mentor. */
@Service
class NominateCadre {

    private final CadreRepository cadres;
    private final Tags tags;
    private final Directory directory;
    private final Days days;

    NominateCadre(CadreRepository cadres, Tags tags, Directory directory, Days days) {
        this.cadres = cadres;
        this.tags = tags;
        this.directory = directory;
        this.days = days;
    }

    record Plan(UnitId village, String name, @Nullable Long account, String mentor, Set<String> tags) {}

    @Transactional
    Outcome nominate(Plan plan, Caller caller) {
        var scope = Scope.subtree(directory.unitOf(caller).path());
        var village = directory
                .find(plan.village(), scope)
                .filter(unit -> unit.tier() == Tier.VILLAGE && !unit.isAbolished());
        if (village.isEmpty()) return new Outcome.NoSuchVillage();
        if (!tags.knowsAll(plan.tags(), "RESERVE_SOURCE", village.get())) return new Outcome.NoSuchTag();

        var cadre = new Cadre(
                0, plan.village(), plan.name(), plan.account(), plan.mentor(), days.today(), null, null, null, 1);
        long id = cadres.insert(cadre, plan.tags(), caller.subject());
        return new Outcome.Nominated(cadres.find(id, scope).orElseThrow());
    }

    sealed interface Outcome {
        record Nominated(Cadre cadre) implements Outcome {}

        record NoSuchVillage() implements Outcome {}

        record NoSuchTag() implements Outcome {}
    }
}
