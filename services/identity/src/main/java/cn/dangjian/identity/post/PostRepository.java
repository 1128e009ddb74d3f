package cn.dangjian.identity.post;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code post} and {@code post_page}. */
@Repository
class PostRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PostRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Unscoped("on behalf of the platform")
    List<Post> listOfUnits(Collection<Long> units) {
        if (units.isEmpty()) return List.of();
        return jdbc.sql("select id, account, unit, duty, active from post where unit in (:units) and live order by id")
                .param("units", units)
                .query(Records.of(Post.class))
                .list();
    }

    @Unscoped("on behalf of the platform")
    List<Post> listOfEndedUnits(LocalDate today) {
        return jdbc.sql("""
            select p.id, p.account, p.unit, p.duty, p.active from post p join unit u on u.id = p.unit
             where (p.active or p.planned) and (u.valid_to <= :today or u.kind = :heading)
             order by p.id limit 1000\
            """)
                .param("today", today)
                .param("heading", Unit.HEADING)
                .query(Records.of(Post.class))
                .list();
    }

    @Unscoped("on behalf of the platform")
    boolean reaches(long page) {
        return jdbc.sql("select 1 from post where id >= :from limit 1")
                .param("from", page * Post.PAGE)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Unscoped("on behalf of the platform")
    List<Post> listOfPage(long page) {
        return jdbc.sql("select id, account, unit, duty, active from post where id >= :from and id < :to order by id")
                .param("from", page * Post.PAGE)
                .param("to", (page + 1) * Post.PAGE)
                .query(Records.of(Post.class))
                .list();
    }

    Post insert(AccountId account, long unit, String duty, Instant since) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into post (account, unit, duty, active, since) values (:account, :unit, :duty, true, :since)")
                .param("account", account.value())
                .param("unit", unit)
                .param("duty", duty)
                .param("since", LocalDateTime.ofInstant(since, UTC))
                .update(keys, "id");
        return new Post(Objects.requireNonNull(keys.getKey()).longValue(), account, unit, duty, true);
    }

    /** Gives the office accounts of these units their post. */
    void insertOffices(Collection<Long> units, Instant since) {
        jdbc.sql("""
            insert into post (account, unit, duty, active, since)
            select a.id, a.office_of, :duty, true, :since from account a
             where a.office_of in (:units)
               and not exists (
                   select 1 from post p where p.account = a.id and p.unit = a.office_of and p.duty = :duty)
             order by a.id\
            """)
                .param("duty", Post.OFFICE)
                .param("since", LocalDateTime.ofInstant(since, UTC))
                .param("units", units)
                .update();
    }

    void revive(Collection<Long> posts) {
        jdbc.sql("update post set active = true, ended_at = null, version = version + 1 where id in (:posts)")
                .param("posts", posts)
                .update();
    }

    /** Ends them for good; an office may come back with its unit. */
    void end(Collection<Long> posts, Instant now) {
        jdbc.sql("""
            update post set active = false, planned = false, live = case when duty = :office then live end,
                   ended_at = :now, version = version + 1
             where id in (:posts)\
            """)
                .param("office", Post.OFFICE)
                .param("now", LocalDateTime.ofInstant(now, UTC))
                .param("posts", posts)
                .update();
    }

    /** The next version of each page; nobody else can announce these pages until this transaction ends. */
    Map<Long, Long> nextVersions(Collection<Long> pages) {
        var ascending = new TreeSet<>(pages);
        batches.batchUpdate(
                "insert into post_page (page, version) values (?, 1) on duplicate key update version = version + 1",
                ascending.stream().map(page -> new Object[] {page}).toList());
        return jdbc
                .sql("select page, version from post_page where page in (:pages)")
                .param("pages", ascending)
                .query((row, n) -> Map.entry(row.getLong("page"), row.getLong("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
