package cn.dangjian.member.growth.quota;

import cn.dangjian.platform.directory.UnitId;

/**
 * What a unit may admit in a year, and what it has.
 *
 * @param used how many were admitted in the unit and below it
 * @param reserved how many are fixed as development objects there and not admitted yet
 */
record Quota(
        long id,
        UnitId unit,
        String unitName,
        String path,
        int year,
        int number,
        String document,
        int used,
        int reserved) {

    boolean isExhausted() {
        return used >= number;
    }
}
