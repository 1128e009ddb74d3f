package cn.dangjian.member.sheets.imports;

import cn.dangjian.member.person.register.FileText;
import cn.dangjian.member.person.register.NewMember.Way;

/** What a row says of a person, checked as far as it can be by itself. */
record MemberLine(int line, String unitCode, FileText file, Way way) {

    /** Never in a log. */
    @Override
    public String toString() {
        return "MemberLine[" + line + "]";
    }
}
