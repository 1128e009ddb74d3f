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
    private static final int LONGEST_INITIALS = 200;

    private final WordTable words;
    private final NamesakeTable namesakes;
    private final Initials initials;
    private final TransactionTemplate transaction;

    IndexNames(WordTable words, NamesakeTable namesakes, Initials initials, TransactionTemplate transaction) {
        this.words = words;
        this.namesakes = namesakes;
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
            var ofName = initials.of(unit.name());
            letters.put(unit.unit(), together(ofName));
            addEndings(endings, unit.unit(), unit.name().toLowerCase(Locale.ROOT));
            ofName.forEach(initial -> addEndings(endings, unit.unit(), initial));
        }
        words.replace(units, endings, letters);
        namesakes.compare(units.stream().map(Named::unit).toList());
    }

    /** With a blank between, which nobody types among initials. */
    private static String together(List<String> initials) {
        var text = new StringBuilder(initials.getFirst());
        for (String other : initials.subList(1, initials.size())) {
            if (text.length() + 1 + other.length() <= LONGEST_INITIALS)
                text.append(' ').append(other);
        }
        return text.toString();
    }

    private static void addEndings(List<Word> endings, long unit, String text) {
        for (int from = 0; from < Math.min(text.length(), LONGEST); from++) {
            endings.add(new Word(unit, text.substring(from)));
        }
    }
}
