package cn.dangjian.platform.seals;

/** A table with sealed values; as a bean, its values are put under the current key after that was changed. */
public interface SealedRows {

    SealedTable sealed();
}
