package cn.dangjian.identity.activation;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.activation.CodeQueries.Place;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * 发放激活码: gives accounts below a unit new activation codes; codes they had before are worth nothing from then on.
 *
 * <p>Safe to repeat: the codes of the last answer are the ones that count. A stored answer, as an idempotency key would
 * have it, is out of the question, because codes must not be kept anywhere in clear.
 */
@Service
class IssueCodes {

    private final CodeQueries queries;
    private final ReplaceCodes replaceCodes;
    private final Directory directory;
    private final ActivationSettings settings;

    IssueCodes(CodeQueries queries, ReplaceCodes replaceCodes, Directory directory, ActivationSettings settings) {
        this.queries = queries;
        this.replaceCodes = replaceCodes;
        this.directory = directory;
        this.settings = settings;
    }

    /** A code and whom it is for; this is the only time that it is seen. */
    record Issued(String login, String unitCode, String unitName, String tier, ActivationCode code, Instant expires) {}

    /** Selects; the codes are made when the answer is read, one chunk and one transaction after the other. */
    Codes issue(Selection selection, Superior by) {
        var scope = scope(selection, by);
        ActivationRefusal.UNIT_NOT_BELOW.unless(holdsAll(selection, by, scope));
        return new Codes(each -> issueAll(selection, scope, by, each));
    }

    private void issueAll(Selection selection, Scope scope, Superior by, Consumer<List<Issued>> each) {
        String behind = "";
        List<Place> units;
        do {
            units = queries.listUnits(selection, scope, behind, by.ownUnitOrNone(), settings.chunk());
            if (units.isEmpty()) break;
            var targets = queries.listTargets(units, selection.reset(), by);
            if (!targets.isEmpty()) each.accept(replaceCodes.replace(targets, by));
            behind = units.getLast().path();
        } while (units.size() == settings.chunk());
    }

    private Scope scope(Selection selection, Superior by) {
        if (selection.under() == null) return by.scope();
        return directory
                .find(new UnitId(selection.under()), by.scope())
                .map(unit -> Scope.subtree(unit.path()))
                .orElseThrow(ActivationRefusal.UNIT_NOT_BELOW);
    }

    private boolean holdsAll(Selection selection, Superior by, Scope scope) {
        var units = new HashSet<>(selection.units());
        return units.isEmpty() || queries.countUnits(List.copyOf(units), scope, by.ownUnitOrNone()) == units.size();
    }

    /** Gives chunk after chunk of new codes to whoever writes them down. */
    record Codes(Consumer<Consumer<List<Issued>>> chunks) {}
}
