package cn.dangjian.statistics.figure.hear;

import cn.dangjian.statistics.figure.hear.DirectoryQueries.Standing;
import cn.dangjian.statistics.figure.kept.FoldUnits;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Takes over units of which the directory heard before figures were kept: their events may not come again. */
@Service
class AdoptUnits {

    private static final int CHUNK = 1000;

    private final DirectoryQueries directory;
    private final FoldUnits foldUnits;

    AdoptUnits(DirectoryQueries directory, FoldUnits foldUnits) {
        this.directory = directory;
        this.foldUnits = foldUnits;
    }

    @EventListener(ApplicationReadyEvent.class)
    void adopt() {
        long after = 0;
        List<Standing> some = directory.listUnplaced(after, CHUNK);
        while (!some.isEmpty()) {
            foldUnits.fold(some.stream().map(Standing::known).toList());
            after = some.getLast().unit();
            some = directory.listUnplaced(after, CHUNK);
        }
    }
}
