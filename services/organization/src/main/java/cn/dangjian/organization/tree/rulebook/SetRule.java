package cn.dangjian.organization.tree.rulebook;

import cn.dangjian.organization.tree.rulebook.Rule.SetBy;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 另行规定: a province or county sets a rule's value for its subtree, by a document. */
@Service
class SetRule {

    private static final Map<SetBy, Set<Tier>> SETTERS = Map.of(
            SetBy.NOBODY, Set.of(),
            SetBy.PROVINCE, Set.of(Tier.PROVINCE),
            SetBy.COUNTY, Set.of(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));

    private final RuleRows rows;
    private final SettingRepository settings;
    private final Directory directory;
    private final Days days;
    private final List<RulesChanged> rooms;

    SetRule(RuleRows rows, SettingRepository settings, Directory directory, Days days, List<RulesChanged> rooms) {
        this.rows = rows;
        this.settings = settings;
        this.directory = directory;
        this.days = days;
        this.rooms = rooms;
    }

    /** @param value null if nothing shall be asked any more */
    record Plan(String rule, LocalDate since, @Nullable BigDecimal value, String document) {}

    @Transactional
    Outcome set(Plan plan, Caller caller) {
        var rule = rows.find(plan.rule(), days.today());
        if (rule.isEmpty()) return new Outcome.NoSuchRule();
        var unit = directory.unitOf(caller);
        if (!SETTERS.getOrDefault(rule.get().setBy(), Set.of()).contains(unit.tier())) {
            return new Outcome.NotYours();
        }
        if (plan.since().isBefore(days.today())) return new Outcome.Past(days.today());

        var said = new SettingRepository.Said(caller.subject(), days.now());
        settings.insert(plan.rule(), unit.id().value(), plan.since(), plan.value(), plan.document(), said);
        if (plan.since().equals(days.today())) {
            rooms.forEach(room -> room.changed(Scope.subtree(unit.path())));
        }
        return new Outcome.Done();
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        record NoSuchRule() implements Outcome {}

        record NotYours() implements Outcome {}

        record Past(LocalDate today) implements Outcome {}
    }
}
