package cn.dangjian.organization.tree.imports;

import cn.dangjian.organization.tree.rule.DivisionRules;
import cn.dangjian.organization.tree.rule.Provinces;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Administrator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 新建导入: the administrator opens an import for one province's files. */
@Service
class OpenImport {

    private final ImportTable imports;
    private final FileTable files;
    private final DivisionRules divisions;
    private final Provinces provinces;
    private final Days days;

    OpenImport(ImportTable imports, FileTable files, DivisionRules divisions, Provinces provinces, Days days) {
        this.imports = imports;
        this.files = files;
        this.divisions = divisions;
        this.provinces = provinces;
        this.days = days;
    }

    @Transactional
    Outcome open(
            String provinceCode,
            @Nullable String provinceName,
            @Nullable LocalDate foundedOn,
            Administrator administrator) {
        String name = provinceName == null ? provinces.name(provinceCode).orElse(null) : provinceName.strip();
        boolean known = provinceCode.length() == divisions.digits(Tier.PROVINCE)
                && divisions
                        .kind(Tier.PROVINCE, provinceCode, "", LocalDate.MAX)
                        .isPresent();
        if (!known) return new Outcome.NoSuchProvince();
        if (name == null) return new Outcome.NoName();
        if (foundedOn != null && (foundedOn.isAfter(days.today()) || imports.isFounded(provinceCode)))
            return new Outcome.FoundedUnfit();

        long id = imports.insert(provinceCode, name, foundedOn, administrator.subject());
        files.open(id);
        return new Outcome.Opened(imports.find(id).orElseThrow());
    }

    sealed interface Outcome {
        record Opened(Import imported) implements Outcome {}

        /** No province can have the code. */
        record NoSuchProvince() implements Outcome {}

        /** The code is nobody's in GB/T 2260: then the name must be given. */
        record NoName() implements Outcome {}

        /** The day lies ahead, or the province is in the tree already. */
        record FoundedUnfit() implements Outcome {}
    }
}
