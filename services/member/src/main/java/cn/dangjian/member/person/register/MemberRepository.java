package cn.dangjian.member.person.register;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.member.person.privacy.SealedSecrets;
import cn.dangjian.member.person.privacy.Secrets;
import cn.dangjian.member.person.privacy.Vault;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code member} and {@code member_sequence}. */
@Repository
class MemberRepository {

    private static final int AT_ONCE = 1000;

    private static final String MEMBER = """
        select m.id, m.name, m.sex, m.birth_on, m.ethnicity, m.education, m.occupation, m.number_kind,
               m.account_id account, s.status, s.unit_id unit, s.member_class, s.lost, s.from_on since, m.version
          from member m join standing s on s.member_id = m.id and s.to_on = '9999-12-31'
          join unit u on u.id = s.unit_id and {scope u}\
        """;

    private final Rows rows;
    private final JdbcTemplate template;
    private final Vault vault;

    MemberRepository(Rows rows, JdbcTemplate template, Vault vault) {
        this.rows = rows;
        this.template = template;
        this.vault = vault;
    }

    /** Gives out so many numbers that follow each other; the first of them. Others wait until the transaction ends. */
    long reserve(int many) {
        rows.sql("update member_sequence set next = next + :many")
                .with("many", many)
                .update();
        return rows.unscoped("select next from member_sequence").get(Long.class) - many;
    }

    @Unscoped("the person was found in the caller's scope")
    Instant registeredAt(long id) {
        return rows.unscoped("select registered_at from member where id = :id")
                .with("id", id)
                .get(OffsetDateTime.class)
                .toInstant();
    }

    /** Finds nobody outside the scope, as if the file did not exist. */
    Optional<Member> find(long id, Scope scope) {
        return rows.sql(MEMBER + " where m.id = :id").in(scope).with("id", id).find(Member.class);
    }

    /** The same, held until the transaction ends. */
    Optional<Member> hold(long id, Scope scope) {
        rows.unscoped("select id from member where id = :id for update")
                .with("id", id)
                .lock();
        return find(id, scope);
    }

    /** Somebody who went to another province, held until the transaction ends. */
    @Unscoped("whoever comes back from another province belongs to nobody here")
    Optional<Member> holdAway(String index, String name) {
        rows.unscoped("select id from member where number_index = :index for update")
                .with("index", index)
                .lock();
        return rows.unscoped(MEMBER.replace("{scope u}", "s.status = 'AWAY'")
                        + " where m.number_index = :index and m.name = :name order by m.id limit 1")
                .with("index", index)
                .with("name", name)
                .find(Member.class);
    }

    @Unscoped("the account's own file")
    Optional<Member> ofAccount(long account) {
        return rows.unscoped(MEMBER.replace("{scope u}", "m.account_id = :account"))
                .with("account", account)
                .find(Member.class);
    }

    /** Files with one of these numbers that the caller sees. */
    List<Member> withNumbers(Collection<String> indexes, Scope scope) {
        return indexes.isEmpty()
                ? List.of()
                : rows.sql(MEMBER + " where m.number_index in (:indexes)")
                        .in(scope)
                        .with("indexes", indexes)
                        .list(Member.class);
    }

    /** The files that the caller sees, by those of these numbers that they have; of a thousand, most have none anywhere. */
    Map<String, Long> known(Collection<String> indexes, Scope scope) {
        var files = anywhere(indexes);
        if (files.isEmpty()) return Map.of();
        var seen = new HashSet<>(rows.sql("""
            select s.member_id from standing s join unit u on u.id = s.unit_id and {scope u}
             where s.member_id in (:ids) and s.to_on = '9999-12-31'\
            """)
                .in(scope)
                .with("ids", files.stream().map(Numbered::id).toList())
                .list(Long.class));
        return files.stream()
                .filter(file -> seen.contains(file.id()))
                .collect(toMap(Numbered::index, Numbered::id, (one, other) -> one));
    }

    private record Numbered(String index, long id) {}

    @Unscoped("asked about with a scope afterwards")
    private List<Numbered> anywhere(Collection<String> indexes) {
        if (indexes.isEmpty()) return List.of();
        // while the table fills up the optimizer reads the whole index instead, and compares each row with all of the
        // list
        return rows.unscoped("select number_index, id from member force index (member_number) where number_index in"
                        + " (:indexes)")
                .with("indexes", indexes)
                .list((row, number) -> new Numbered(row.getString(1), row.getLong(2)));
    }

    /** What is sealed of somebody who was found before. */
    @Unscoped("the person was found in the caller's scope, or is the caller")
    Secrets secrets(long id) {
        return rows.unscoped(
                        "select id, seal_key, sealed_number, sealed_phone, sealed_address from member where id = :id")
                .with("id", id)
                .find((row, number) -> open(row))
                .orElseThrow();
    }

    private Secrets open(ResultSet row) throws SQLException {
        return vault.open(row.getLong("id"), sealed(row));
    }

    private static SealedSecrets sealed(ResultSet row) throws SQLException {
        return new SealedSecrets(
                row.getString("seal_key"),
                row.getBytes("sealed_number"),
                row.getBytes("sealed_phone"),
                row.getBytes("sealed_address"));
    }

    /** By hand: thousands come at once from a file. */
    void insert(Collection<NewMember> members, Instant at) {
        var now = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        template.batchUpdate("""
            insert into member (id, name, name_key, initials, sex, birth_on, ethnicity, education, occupation,
                                number_kind, number_index, seal_key, sealed_number, sealed_phone, sealed_address,
                                version, registered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)\
            """, members, AT_ONCE, (statement, member) -> {
            var file = member.file();
            var sealed = vault.seal(member.id(), file.secrets());
            statement.setLong(1, member.id());
            statement.setString(2, file.name());
            statement.setString(3, file.nameKey());
            statement.setString(4, file.initials());
            statement.setString(5, file.number().sex().name());
            statement.setObject(6, file.number().birth());
            statement.setString(7, file.ethnicity());
            statement.setString(8, file.education());
            statement.setString(9, file.occupation());
            statement.setString(10, file.number().kind().name());
            statement.setString(11, vault.index(file.number().matchKey()));
            statement.setString(12, sealed.key());
            statement.setBytes(13, sealed.number());
            statement.setBytes(14, sealed.phone());
            statement.setBytes(15, sealed.address());
            statement.setObject(16, now);
        });
    }

    /** Writes what the file says now; the number and what follows from it too. */
    void update(Member member, FileText file) {
        var sealed = vault.seal(member.id(), file.secrets());
        rows.sql("""
            update member
               set name = :name, name_key = :nameKey, initials = :initials, sex = :sex, birth_on = :birthOn,
                   ethnicity = :ethnicity, education = :education, occupation = :occupation, number_kind = :kind,
                   number_index = :index, seal_key = :key, sealed_number = :sealedNumber, sealed_phone = :phone,
                   sealed_address = :address, version = version + 1
             where id = :id and version = :version\
            """)
                .with("name", file.name())
                .with("nameKey", file.nameKey())
                .with("initials", file.initials())
                .with("sex", file.number().sex())
                .with("birthOn", file.number().birth())
                .with("ethnicity", file.ethnicity())
                .with("education", file.education())
                .with("occupation", file.occupation())
                .with("kind", file.number().kind())
                .with("index", vault.index(file.number().matchKey()))
                .with("key", sealed.key())
                .with("sealedNumber", sealed.number())
                .with("phone", sealed.phone())
                .with("address", sealed.address())
                .with("id", member.id())
                .with("version", member.version())
                .updateOne("Member " + member.id());
    }

    /** Says that something about these persons has changed that stands in other tables. */
    void touch(Collection<Long> members) {
        rows.sql("update member set version = version + 1 where id in (:members)")
                .with("members", members)
                .update();
    }

    @Unscoped("tells identity; nobody sees the rows")
    Map<Long, Long> withAccounts(Collection<Long> members) {
        return rows
                .unscoped("select id, version from member where id in (:members) and account_id is not null")
                .with("members", members)
                .list((row, number) -> Map.entry(row.getLong("id"), row.getLong("version")))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether nobody had this account; a person keeps the one that he has. */
    boolean bind(long member, long account) {
        return rows.sql("update member set account_id = :account where id = :id and account_id is null")
                        .with("account", account)
                        .with("id", member)
                        .update()
                == 1;
    }

    /** Lets one at a time register somebody at these units; answers those that have not ended by then. */
    @Unscoped("the units were found in the caller's scope")
    List<Long> lock(Collection<UnitId> units) {
        return rows.unscoped("select id from unit where id in (:ids) and valid_to is null order by id for update")
                .with("ids", units)
                .list(Long.class);
    }
}
