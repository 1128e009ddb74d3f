package cn.dangjian.organization.tree.search;

import cn.dangjian.organization.tree.announcement.UnitsMade;
import cn.dangjian.organization.tree.search.WordTable.Named;
import cn.dangjian.organization.tree.search.WordTable.Word;
import cn.dangjian.platform.directory.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes names apart, some seconds after they have changed: no change of the tree waits for it. */
@Component
class IndexNames implements UnitsMade {

    private static final int AT_ONCE = 500;
    private static final int LONGEST = 60;

    private final WordTable words;
    private final Initials initials;
    private final TransactionTemplate transaction;

    IndexNames(WordTable words, Initials initials, TransactionTemplate transaction) {
        this.words = words;
        this.initials = initials;
        this.transaction = transaction;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void made(List<Unit> units) {
        words.await(units);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void indexAll() {
        int indexed = index();
        while (indexed == AT_ONCE) indexed = index();
    }

    private int index() {
        Integer indexed = transaction.execute(status -> {
            var units = words.listPending(AT_ONCE);
            if (!units.isEmpty()) index(units);
            return units.size();
        });
        return indexed == null ? 0 : indexed;
    }

    private void index(List<Named> units) {
        var endings = new ArrayList<Word>();
        var letters = new HashMap<Long, String>();
        for (var unit : units) {
            String ofName = initials.of(unit.name());
            letters.put(unit.unit(), ofName);
            addEndings(endings, unit.unit(), unit.name().toLowerCase(Locale.ROOT), ofName);
        }
        words.replace(units, endings, letters);
    }

    private static void addEndings(List<Word> endings, long unit, String name, String initials) {
        for (var text : List.of(name, initials)) {
            for (int from = 0; from < Math.min(text.length(), LONGEST); from++) {
                endings.add(new Word(unit, text.substring(from)));
            }
        }
    }
}
