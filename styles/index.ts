// What Slidev loads for every deck; the page host imports the same files without slides.css.
import './tokens.css'
import './base.css'
import './quiz.css'
import './slides.css'
import './print.css'
