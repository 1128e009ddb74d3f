package cn.dangjian.member.sheets.exports;

import static cn.dangjian.member.person.register.MemberRefusal.NOT_READER;

import cn.dangjian.member.person.privacy.Readers;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Desks;
import cn.dangjian.platform.files.export.Export;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** 党员名册（完整）, with number, phone and address in clear: for one of those who may, for a purpose, and written down. */
@Component
class FullExport implements Export {

    private final RollQueries queries;
    private final RollColumns columns;
    private final Readers readers;
    private final Desks desks;
    private final TellExport tellExport;

    FullExport(RollQueries queries, RollColumns columns, Readers readers, Desks desks, TellExport tellExport) {
        this.queries = queries;
        this.columns = columns;
        this.readers = readers;
        this.desks = desks;
        this.tellExport = tellExport;
    }

    @Override
    public String what() {
        return "MEMBERS_IN_FULL";
    }

    @Override
    public String title() {
        return "党员名册（完整）";
    }

    @Override
    public List<Column> columns() {
        return RollColumns.COLUMNS;
    }

    @Override
    public boolean isForPurpose() {
        return true;
    }

    @Override
    public void admit(Caller caller) {
        NOT_READER.unless(readers.may(desks.of(caller)));
    }

    @Override
    public void made(Caller caller, String purpose, int rows) {
        tellExport.tell(purpose, rows, desks.of(caller));
    }

    @Override
    public List<Line> list(LocalDate day, Line after, Scope scope) {
        return queries.list(after, scope).stream().map(columns::full).toList();
    }
}
