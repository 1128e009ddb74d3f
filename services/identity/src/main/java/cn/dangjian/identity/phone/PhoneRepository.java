package cn.dangjian.identity.phone;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.seals.Sealed;
import cn.dangjian.platform.web.caller.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** @throws org.springframework.dao.DuplicateKeyException if another account has that number */
    void update(AccountId account, Sealed phone, String index) {
        jdbc.sql("update account set phone = :phone, phone_key = :key, phone_index = :index where id = :id")
                .param("phone", phone.bytes())
                .param("key", phone.key())
                .param("index", index)
                .param("id", account.value())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(new AccountId(row.getLong("id")), new Sealed(row.getString("phone_key"), row.getBytes("phone")));
    }
}
