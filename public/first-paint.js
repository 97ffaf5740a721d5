// Runs before the page is painted, so that what the reader chose does not follow a flash of something else.
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? 'auto';
document.documentElement.dataset.textSize = localStorage.getItem('textSize') ?? 'normal';
document.documentElement.dir = localStorage.getItem('dir') ?? 'ltr';
