/** 姓名: what member says the name of somebody is, for a paper; dues keeps none. */
@NullMarked
package cn.dangjian.dues.paper.naming;

import org.jspecify.annotations.NullMarked;
