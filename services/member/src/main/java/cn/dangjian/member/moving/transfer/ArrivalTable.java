package cn.dangjian.member.moving.transfer;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.seals.Field;
import cn.dangjian.platform.seals.Sealed;
import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.platform.seals.SealedTable;
import cn.dangjian.platform.seals.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Table {@code transfer_arrival}: what the letter of another province says of somebody, sealed as a whole. Before he is
 * accepted there is no file of him; afterwards, or if he does not come, the row goes.
 */
@Repository
class ArrivalTable implements SealedRows {

    private final Rows rows;
    private final Seals seals;
    private final JsonMapper json;

    ArrivalTable(Rows rows, Seals seals, JsonMapper json) {
        this.rows = rows;
        this.seals = seals;
        this.json = json;
    }

    /** Whether a transfer of somebody with this number is on its way to a unit that the caller sees; it is named. */
    Optional<Long> findUnderWay(String numberIndex, Scope scope) {
        return rows.sql("""
            select a.id from transfer_arrival a join case_file f on f.kind = 'transfers' and f.id = a.id
              join unit u on u.id = f.unit_id and {scope u}
             where a.number_index = :index limit 1\
            """).in(scope).with("index", numberIndex).find(Long.class);
    }

    void insert(long id, Arriving person, String numberIndex) {
        var sealed = seals.seal(json.writeValueAsString(person), field(id));
        rows.sql("""
            insert into transfer_arrival (id, number_index, seal_key, sealed_person)
            values (:id, :index, :key, :bytes)\
            """)
                .with("id", id)
                .with("index", numberIndex)
                .with("key", sealed.key())
                .with("bytes", sealed.bytes())
                .update();
    }

    /** What the letter says, for the one who accepts; it is forgotten here. */
    @Unscoped("of a case that was found in the caller's scope")
    Arriving take(long id) {
        var sealed = rows.unscoped("select id, seal_key, sealed_person from transfer_arrival where id = :id")
                .with("id", id)
                .find((row, number) -> sealed(row))
                .orElseThrow();
        forget(id);
        return json.readValue(seals.open(sealed, field(id)), Arriving.class);
    }

    void forget(long id) {
        rows.sql("delete from transfer_arrival where id = :id").with("id", id).update();
    }

    @Override
    public SealedTable sealed() {
        return SealedTable.of("transfer_arrival", "id").value("sealed_person", "person");
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(row.getString("seal_key"), row.getBytes("sealed_person"));
    }

    private static Field field(long id) {
        return new Field("transfer_arrival", "person", id);
    }
}
