package cn.dangjian.member.person.quality;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Other rooms ask here how good a file is. */
@Component
public class Quality {

    private final QualityQueries queries;
    private final Rulebook rulebook;

    Quality(QualityQueries queries, Rulebook rulebook) {
        this.queries = queries;
        this.rulebook = rulebook;
    }

    @Unscoped("the person was found in the caller's scope, or is the caller")
    public Completeness completeness(long member) {
        return queries.of(member);
    }

    /** Of those of these units that keep any file open. */
    @Unscoped("units that were found in the caller's scope, or of which others are told")
    public List<UnitQuality> units(Collection<Long> units) {
        return units.isEmpty() ? List.of() : queries.units(units);
    }

    public List<Contradiction> contradictions(long member, LocalDate today, Scope scope) {
        return queries.contradictions(member, today, rulebook.on(today), scope);
    }
}
