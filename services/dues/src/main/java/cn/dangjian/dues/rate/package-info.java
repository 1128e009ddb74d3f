/** 费率: by which rules dues are computed, and on what. */
@NullMarked
package cn.dangjian.dues.rate;

import org.jspecify.annotations.NullMarked;
