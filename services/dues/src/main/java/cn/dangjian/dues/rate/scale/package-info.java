/** 交纳比例: what the regulation says of each class of members, as dated rows with their article. */
@NullMarked
package cn.dangjian.dues.rate.scale;

import org.jspecify.annotations.NullMarked;
