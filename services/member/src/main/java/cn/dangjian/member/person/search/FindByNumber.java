package cn.dangjian.member.person.search;

import static cn.dangjian.member.person.search.SearchRefusal.NOT_READER;

import cn.dangjian.member.person.number.IdentityNumber;
import cn.dangjian.member.person.privacy.Readers;
import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.member.person.privacy.Vault;
import cn.dangjian.member.person.search.SearchQueries.Found;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Desk;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 按号码查找: tells those who may read numbers whose a number is, and writes that down. What others are shown masked leaves so
 * few numbers that they could be tried here.
 */
@Service
class FindByNumber {

    private static final String PURPOSE = "按号码查找";

    private final SearchQueries queries;
    private final Readers readers;
    private final Readings readings;
    private final Vault vault;

    FindByNumber(SearchQueries queries, Readers readers, Readings readings, Vault vault) {
        this.queries = queries;
        this.readers = readers;
        this.readings = readings;
        this.vault = vault;
    }

    @Transactional
    List<Found> find(String typed, Scope scope, Desk desk) {
        NOT_READER.unless(readers.may(desk));
        var number = IdentityNumber.of(typed, desk.today());
        var found = queries.numbered(vault.index(number.matchKey()), scope);
        if (found.size() == 1) readings.tell(What.KNOWN, found.getFirst().id(), PURPOSE, desk);
        else readings.tellOfMany(What.KNOWN, found.size(), PURPOSE, desk);
        return found;
    }
}
