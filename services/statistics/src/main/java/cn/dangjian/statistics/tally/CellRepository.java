package cn.dangjian.statistics.tally;

import cn.dangjian.statistics.place.TreePath;
import cn.dangjian.statistics.tally.CellChanges.Cell;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class CellRepository {

    private static final int BATCH = 1000;

    private final JdbcTemplate template;

    CellRepository(JdbcTemplate template) {
        this.template = template;
    }

    /** Adds, never sets. */
    void add(CellChanges changes) {
        template.batchUpdate("""
            insert into cell (dispatch, depth, path,
                addressed, delivered, failed, signed, submitted, returned, approved, merged, closed, withdrawn)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update addressed = addressed + values(addressed),
                delivered = delivered + values(delivered), failed = failed + values(failed),
                signed = signed + values(signed), submitted = submitted + values(submitted),
                returned = returned + values(returned), approved = approved + values(approved),
                merged = merged + values(merged), closed = closed + values(closed),
                withdrawn = withdrawn + values(withdrawn)\
            """, changes.changed().entrySet(), BATCH, CellRepository::fill);
    }

    private static void fill(PreparedStatement statement, Map.Entry<Cell, Figures> change) throws SQLException {
        var cell = change.getKey();
        var figures = change.getValue();
        statement.setLong(1, cell.dispatch());
        statement.setInt(2, TreePath.depth(cell.path()));
        statement.setString(3, cell.path());
        statement.setLong(4, figures.addressed());
        statement.setLong(5, figures.delivered());
        statement.setLong(6, figures.failed());
        statement.setLong(7, figures.signed());
        statement.setLong(8, figures.handedIn());
        statement.setLong(9, figures.returned());
        statement.setLong(10, figures.approved());
        statement.setLong(11, figures.merged());
        statement.setLong(12, figures.closed());
        statement.setLong(13, figures.withdrawn());
    }
}
