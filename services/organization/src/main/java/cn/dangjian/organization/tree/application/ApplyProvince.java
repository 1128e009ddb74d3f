package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.imports.Import;
import cn.dangjian.organization.tree.imports.ImportTable;
import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.unit.EstablishProvince;
import cn.dangjian.platform.files.queue.Lease;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 省级根节点: the unit that all rows of an import are below. */
@Service
class ApplyProvince {

    private final ImportTable imports;
    private final Tree tree;
    private final EstablishProvince province;

    ApplyProvince(ImportTable imports, Tree tree, EstablishProvince province) {
        this.imports = imports;
        this.tree = tree;
        this.province = province;
    }

    /** The day that was named, if nobody has founded the province otherwise meanwhile. */
    LocalDate since(Import work, LocalDate today) {
        var founded = work.foundedOn();
        if (founded == null) return today;
        var there = province.foundedOn(work.provinceCode());
        return there.isEmpty() || there.get().equals(founded) ? founded : today;
    }

    @Transactional
    void apply(Lease<Import> lease, Approval approval) {
        tree.lock();
        imports.hold(lease);
        province.establish(lease.work().provinceCode(), lease.work().provinceName(), approval);
    }
}
