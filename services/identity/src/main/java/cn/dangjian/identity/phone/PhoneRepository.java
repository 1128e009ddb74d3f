package cn.dangjian.identity.phone;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.seals.Sealed;
import cn.dangjian.platform.web.caller.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account}: the columns of the phone. */
@Repository
class PhoneRepository {

    private final JdbcClient jdbc;

    PhoneRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number as it is stored. */
    record Row(AccountId account, Sealed phone) {}

    @Unscoped("an account about itself")
    Optional<Row> find(AccountId account) {
        return jdbc.sql("select id, phone, phone_key from account where id = :id and phone is not null")
                .param("id", account.value())
                .query(PhoneRepository::row)
                .optional();
    }

    /** Nobody else changes them until commit. */
    @Unscoped("on behalf of the platform")
    List<Row> listUnderOtherKeys(String key, int limit) {
        // "<" and ">" are ranges of the index, "<>" is not
        return jdbc.sql("""
            select id, phone, phone_key from account where phone_key < :key or phone_key > :key limit :limit
               for update skip locked\
            """)
                .param("key", key)
                .param("limit", limit)
                .query(PhoneRepository::row)
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another account has that number */
    void update(AccountId account, Sealed phone, String index) {
        jdbc.sql("update account set phone = :phone, phone_key = :key, phone_index = :index where id = :id")
                .param("phone", phone.bytes())
                .param("key", phone.key())
                .param("index", index)
                .param("id", account.value())
                .update();
    }

    /** Puts the number under another key, unless it was changed meanwhile. */
    void reseal(Row before, Sealed after) {
        jdbc.sql("update account set phone = :phone, phone_key = :key where id = :id and phone = :before")
                .param("phone", after.bytes())
                .param("key", after.key())
                .param("id", before.account().value())
                .param("before", before.phone().bytes())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(new AccountId(row.getLong("id")), new Sealed(row.getString("phone_key"), row.getBytes("phone")));
    }
}
