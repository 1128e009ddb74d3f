package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.field.advice.Advice.Kind;
import cn.dangjian.organization.field.advice.Advice.Subject;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 知悉: a superior says that it has seen an advice and what it thinks of it; the advice stays. */
@Service
class AcknowledgeAdvice {

    private final AdviceBook book;
    private final AcknowledgementRepository acknowledgements;
    private final Directory directory;
    private final Days days;

    AcknowledgeAdvice(AdviceBook book, AcknowledgementRepository acknowledgements, Directory directory, Days days) {
        this.book = book;
        this.acknowledgements = acknowledgements;
        this.directory = directory;
        this.days = days;
    }

    record Plan(Subject subject, long id, Kind kind, String note) {}

    @Transactional
    Outcome acknowledge(Plan plan, Caller caller) {
        var unit = directory.unitOf(caller);
        var found = standing(plan, Scope.subtree(unit.path())).stream()
                .filter(advice -> advice.subject() == plan.subject()
                        && advice.subjectId() == plan.id()
                        && advice.kind() == plan.kind())
                .findFirst();
        if (found.isEmpty()) return new Outcome.NoSuchAdvice();
        if (!isSuperior(unit, found.get())) return new Outcome.NotSuperior();

        var said = new AcknowledgementRepository.Said(unit.id().value(), caller.subject(), days.now());
        acknowledgements.insert(found.get(), plan.note(), said);
        return new Outcome.Acknowledged();
    }

    private List<Advice> standing(Plan plan, Scope scope) {
        if (plan.subject() == Subject.REGISTER_UNIT) return book.of(plan.id(), scope);
        if (plan.subject() == Subject.CHAIN) return book.ofChain(plan.id(), scope);
        return directory.find(new UnitId(plan.id()), scope).stream()
                .flatMap(unit -> book.about(Map.of(unit.id().value(), unit.path())).stream())
                .toList();
    }

    /** A register unit has no Party unit; its superior is whoever keeps it, the township or above. */
    private static boolean isSuperior(Unit unit, Advice advice) {
        boolean above = unit.tier().compareTo(Tier.VILLAGE) < 0;
        return advice.subject() == Subject.REGISTER_UNIT ? above : !unit.path().equals(advice.path());
    }

    sealed interface Outcome {
        record Acknowledged() implements Outcome {}

        record NoSuchAdvice() implements Outcome {}

        record NotSuperior() implements Outcome {}
    }
}
