/** The core's warnings in Chinese, by their codes. A warning that is not here is shown as the core gives it. */
export default {
  'cut-off': '内容在文章中间断了，末尾可能缺失；请重新完整保存或复制。',
  'lost-pictures': '有些图片没有可用的地址，没能留下。',
  'nothing-kept': '页面上的内容全部被移出了：请看看移出的内容，把需要的放回。',
  'paid-preview': '这是付费文章的免费部分，其余内容不在页面里。',
  'several-articles': '给的内容里有好几篇文章，这是第一篇；请把其余的逐篇放进来。',
  'undecodable-bytes': '有些字节不是文件编码里的文字，在文中以“�”代替。',
  'unknown-element': '页面里有不认识的元素，其中的文字已保留。',
}
